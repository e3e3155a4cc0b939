export * from "./federation.ts"
export * from "./groups.ts"
export * from "./people.ts"
export * from "./posts.ts"
