import { objectTable } from '../../../src/codec/commands/object-ids.ts'
import { MappedObject } from '../../../src/model/mapped.ts'
import { bufferRange, svmRange } from '../../../src/model/memory-boxes.ts'
import { bufferOf, context, imageOf, partOf, svmOf } from '../../validate/objects.ts'

/** Objects of every kind, all but `stranger` with an id. */
export const codecWorld = () => {
  const here = context()
  const buffer = bufferOf(here)
  const part = partOf(buffer, 128, 64)
  const image = imageOf(here, '3D')
  const svm = svmOf(here)
  const mapped = new MappedObject(buffer, ['READ'], bufferRange(buffer, 0, 16))
  const mappedSvm = new MappedObject(svm.at(8), ['WRITE'], svmRange(svm.at(8), 16))
  const array = new Float32Array([1, 2, 3])
  const stranger = bufferOf(here)
  const objects = objectTable()
  objects.add(buffer, 'frame')
  objects.add(part, 'part')
  objects.add(image, 'picture')
  objects.add(svm, 'shared')
  objects.add(mapped, 'mapped')
  objects.add(mappedSvm, 'mapped svm')
  objects.add(array, 'array')
  return { here, buffer, part, image, svm, mapped, mappedSvm, array, stranger, objects }
}
