// The little of nativeImage that a window's icon and a picture of a page need.
import { existsSync, readFileSync } from 'node:fs'
import { provided } from './provided.ts'

// A PNG file says its size right after its first chunk's name.
const sizeOf = (png: Buffer): Electron.Size =>
  png.length < 24 ? { width: 0, height: 0 } : { width: png.readUInt32BE(16), height: png.readUInt32BE(20) }

/** An image that holds the bytes of a PNG file; empty bytes are the empty image. */
export const imageOf = (png: Buffer): Electron.NativeImage =>
  provided('NativeImage', {
    toPNG: () => png,
    toDataURL: () => `data:image/png;base64,${png.toString('base64')}`,
    isEmpty: () => png.length === 0,
    getSize: () => sizeOf(png),
  } satisfies Partial<Electron.NativeImage>) as unknown as Electron.NativeImage

/** Makes the `nativeImage` module. */
export const createNativeImage = () =>
  provided('nativeImage', {
    createFromPath: (path: string) => imageOf(existsSync(path) ? readFileSync(path) : Buffer.alloc(0)),
    createFromBuffer: (png: Buffer) => imageOf(png),
    createEmpty: () => imageOf(Buffer.alloc(0)),
  } satisfies Partial<typeof Electron.NativeImage>)
