import type { PlantedFaults } from './planted-faults.ts'

/** A pattern that begins with its second byte. */
const rotated = (pattern: Uint8Array): Uint8Array => Uint8Array.of(...pattern.slice(1), ...pattern.slice(0, 1))

/** A colour whose red and green, or first and second integer, have changed places. */
const swapped = (color: Uint8Array): Uint8Array =>
  Uint8Array.of(...color.slice(4, 8), ...color.slice(0, 4), ...color.slice(8))

/** A colour of floats that is a thousandth darker. */
const darkened = (color: Uint8Array): Uint8Array =>
  new Uint8Array(new Float32Array(color.slice().buffer).map((component) => component * 0.999).buffer)

/** Of commands that fill. */
export const FILL_FAULTS: PlantedFaults = {
  'a fill begins with the second byte of its pattern': [
    'data of fills',
    {
      command: (command) =>
        command._tag === 'FillBuffer' ? { ...command, pattern: rotated(command.pattern) } : command,
    },
  ],
  'a fill begins at the start of its buffer': [
    'data of fills',
    { command: (command) => (command._tag === 'FillBuffer' ? { ...command, offset: 0 } : command) },
  ],
  'a fill of shared virtual memory begins with the second byte of its pattern': [
    'data of filled shared virtual memory',
    {
      command: (command) =>
        command._tag === 'SvmMemFill' ? { ...command, pattern: rotated(command.pattern) } : command,
    },
  ],
  'a fill of shared virtual memory is a pattern short': [
    'data of filled shared virtual memory',
    {
      command: (command) =>
        command._tag === 'SvmMemFill'
          ? { ...command, size: Math.max(0, command.size - command.pattern.length) }
          : command,
    },
  ],
  'red and green have changed places': [
    'data of filled images',
    {
      command: (command) =>
        command._tag === 'FillImage' && command.fillColor.length === 16
          ? { ...command, fillColor: swapped(command.fillColor) }
          : command,
    },
  ],
  'colours are a thousandth too dark': [
    'data of filled images',
    {
      command: (command) =>
        command._tag === 'FillImage' ? { ...command, fillColor: darkened(command.fillColor) } : command,
    },
  ],
  'a fill of an image begins at its left edge': [
    'data of filled images',
    {
      command: (command) =>
        command._tag === 'FillImage' ? { ...command, origin: [0, command.origin[1], command.origin[2]] } : command,
    },
  ],
}
