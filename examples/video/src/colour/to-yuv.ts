/**
 * RGBA as three whole planes, one sample per pixel each, by the weights of ITU-R BT.601: luma from 16 to 235, chroma
 * from 16 to 240. Alpha is left out.
 */
export const toYuv = (rgba: Uint8Array): Uint8Array => {
  const pixels = rgba.length / 4
  const planes = new Uint8ClampedArray(3 * pixels)
  for (let pixel = 0; pixel < pixels; pixel += 1) {
    const [red = 0, green = 0, blue = 0] = [rgba[4 * pixel], rgba[4 * pixel + 1], rgba[4 * pixel + 2]]
    const light = 0.299 * red + 0.587 * green + 0.114 * blue
    planes[pixel] = 16 + (light * 219) / 255
    planes[pixels + pixel] = 128 + (((blue - light) / 1.772) * 224) / 255
    planes[2 * pixels + pixel] = 128 + (((red - light) / 1.402) * 224) / 255
  }
  return new Uint8Array(planes.buffer)
}
