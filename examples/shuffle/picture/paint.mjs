// Paints lagoon.png, the picture that the example works on by default: node examples/shuffle/picture/paint.mjs
// 650 x 427, so that no usual tile divides either side.
import { writeFileSync } from 'node:fs'
import { PNG } from 'pngjs'

const width = 650
const height = 427
const horizon = 262
const sun = { x: 428, y: 196, radius: 46 }

/** @typedef {number[]} Colour red, green and blue, 0 to 255 */

/** @type {(value: number) => number} */
const clamp = (value) => Math.max(0, Math.min(1, value))
/** @type {(a: Colour, b: Colour, amount: number) => Colour} */
const mix = (a, b, amount) => a.map((channel, index) => channel + ((b[index] ?? 0) - channel) * clamp(amount))
/** @type {(edge: number, value: number) => number} */
const smooth = (edge, value) => clamp(edge - value + 0.5)

/** @type {[number, Colour][]} */
const SKY = [
  [0, [24, 32, 84]],
  [0.35, [92, 58, 132]],
  [0.62, [214, 92, 112]],
  [0.85, [250, 158, 96]],
  [1, [255, 214, 140]],
]

/** @type {(position: number) => Colour} */
const skyAt = (position) => {
  const next = Math.max(
    1,
    SKY.findIndex(([stop]) => stop >= position),
  )
  const [from, low] = SKY[next - 1]
  const [to, high] = SKY[next]
  return mix(low, high, (position - from) / (to - from))
}

const STARS = Array.from({ length: 60 }, (_, index) => ({
  x: (index * 397 + 61) % width,
  y: (index * 211 + 17) % 120,
  radius: 0.7 + (index % 3) * 0.4,
}))

/** @typedef {{ base: number, colour: Colour, waves: [number, number, number][] }} Hill */

/** @type {Hill[]} */
const HILLS = [
  {
    base: 40,
    colour: [150, 78, 124],
    waves: [
      [0.011, 22, 1],
      [0.027, 9, 4],
    ],
  },
  {
    base: 22,
    colour: [98, 52, 104],
    waves: [
      [0.016, 18, 2.6],
      [0.043, 5, 0],
    ],
  },
  {
    base: 6,
    colour: [52, 34, 78],
    waves: [
      [0.021, 12, 5],
      [0.06, 3, 2],
    ],
  },
]

/** @type {(hill: Hill, x: number) => number} */
const ridge = ({ base, waves }, x) =>
  horizon - base - waves.reduce((sum, [pace, size, phase]) => sum + size * Math.sin(x * pace + phase), 0)

/** @type {(x: number, y: number) => Colour} */
const above = (x, y) => {
  let colour = skyAt(clamp(y / horizon))
  for (const star of STARS)
    colour = mix(colour, [255, 250, 230], smooth(star.radius, Math.hypot(x - star.x, y - star.y)) * (1 - y / 140))
  const toSun = Math.hypot(x - sun.x, y - sun.y)
  colour = mix(colour, [255, 226, 160], Math.exp(-toSun / 90) * 0.75)
  colour = mix(colour, [255, 246, 214], smooth(sun.radius, toSun))
  for (const hill of HILLS) colour = mix(colour, hill.colour, smooth(y, ridge(hill, x)))
  return colour
}

/**
 * Water: what is above, upside down, darker, and shifted by ripples that grow towards the viewer.
 *
 * @type {(x: number, y: number) => Colour}
 */
const below = (x, y) => {
  const depth = y - horizon
  const ripple = Math.sin(depth * 0.9 + 30 / (depth + 4)) * (1 + depth * 0.06)
  const mirrored = above(x + ripple * 2, clamp((horizon - depth * 1.45 - ripple) / horizon) * horizon)
  return mix(mirrored, [18, 40, 84], 0.3 + depth / 420)
}

// Boats: a hull and a sail each, from three half-planes.
const BOATS = [
  { x: 168, y: 318, size: 1.5, sail: [255, 240, 214] },
  { x: 300, y: 288, size: 0.8, sail: [246, 178, 120] },
  { x: 552, y: 340, size: 1.9, sail: [232, 92, 84] },
]

/** @type {(start: Colour, x: number, y: number) => Colour} */
const withBoats = (start, x, y) =>
  BOATS.reduce((colour, boat) => {
    const [dx, dy] = [(x - boat.x) / boat.size, (y - boat.y) / boat.size]
    const sail = Math.min(dx + 1, -dy - 2, 26 + (dy + 26) * 0.6 - dx * 1.6, dy + 44 - dx * 1.7)
    const hull = Math.min(dy, 9 - dy, 24 - dy - Math.abs(dx) * 1.05)
    return mix(mix(colour, boat.sail, clamp(sail)), [44, 26, 40], clamp(hull + 0.5))
  }, start)

const png = new PNG({ width, height })
for (let y = 0; y < height; y += 1) {
  for (let x = 0; x < width; x += 1) {
    const colour = withBoats(y < horizon ? above(x, y) : below(x, y), x, y)
    png.data.set([...colour.map(Math.round), 255], (y * width + x) * 4)
  }
}
writeFileSync(
  new URL('lagoon.png', import.meta.url),
  PNG.sync.write(png, { colorType: 2, deflateLevel: 9, deflateStrategy: 0 }),
)
