import { crc32, deflateSync } from "node:zlib"
import sharp from "sharp"

/** A photograph of a camera that says where it was taken, lying on its side: three by two, red above and blue below once it is turned. */
export const photo = async (width = 60, height = 40): Promise<Buffer> => {
	const half = { create: { width, height: height / 2, channels: 3, background: "#c02020" } } as const
	const upright = await sharp({ create: { ...half.create, height, background: "#2020c0" } })
		.composite([{ input: half, top: 0, left: 0 }])
		.png()
		.toBuffer()
	return await sharp(upright)
		.rotate(-90)
		.withExif({
			IFD0: { Make: "Canary camera", Orientation: "6" },
			IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 30/1 0/1" },
		})
		.withMetadata({ orientation: 6 })
		.jpeg({ quality: 95 })
		.toBuffer()
}

/** A picture that moves, of so many frames. */
export const moving = async (frames: number, side = 8): Promise<Buffer> => {
	const raw = Buffer.alloc(side * side * 3 * frames, 0)
	for (let at = 0; at < raw.length; at++) raw[at] = (Math.floor(at / (side * side * 3)) * 37 + at) % 256
	return await sharp(raw, { raw: { width: side, height: side * frames, channels: 3, pageHeight: side } })
		.gif()
		.toBuffer()
}

const chunk = (type: string, content: Buffer): Buffer => {
	const body = Buffer.concat([Buffer.from(type, "latin1"), content])
	const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
	length.writeUInt32BE(content.length)
	sum.writeUInt32BE(crc32(body))
	return Buffer.concat([length, body, sum])
}

/** A few thousand bytes, a whole black picture of so many pixels on a side. */
export const bomb = (side: number): Buffer => {
	const header = Buffer.alloc(13)
	header.writeUInt32BE(side, 0)
	header.writeUInt32BE(side, 4)
	header.set([1, 0, 0, 0, 0], 8)
	const begin = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
	const rows = deflateSync(Buffer.alloc(side * (Math.ceil(side / 8) + 1)))
	return Buffer.concat([begin, chunk("IHDR", header), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))])
}

const box = (type: string, ...content: Buffer[]): Buffer => {
	const body = Buffer.concat(content)
	const head = Buffer.alloc(8)
	head.writeUInt32BE(body.length + 8)
	head.write(type, 4, "latin1")
	return Buffer.concat([head, body])
}

/** What begins like a film of a telephone, with the place in it where it was made; nobody could watch it. */
export const film = (place: string): Buffer =>
	Buffer.concat([
		box("ftyp", Buffer.from("isom\0\0\0\0isommp41", "latin1")),
		box(
			"moov",
			box("trak", box("udta", Buffer.from(place))),
			box("udta", box("\u00a9xyz", Buffer.from(place))),
		),
		box("mdat", Buffer.alloc(64, 7)),
	])
