import { BUFFER_FACTS } from './buffer-facts.ts'
import { CREATION_FACTS } from './creation-facts.ts'
import { IMAGE_FACTS } from './image-facts.ts'
import { MAPPING_FACTS } from './mapping-facts.ts'
import { QUERY_FACTS } from './query-facts.ts'
import { SVM_FACTS } from './svm-facts.ts'

/** How often each code stands among the conditions of each function in the OpenCL 3.0 text, extensions left out. */
export type SpecFacts = Readonly<Record<string, Readonly<Record<string, number>>>>

export const SPEC_FACTS: SpecFacts = {
  ...BUFFER_FACTS,
  ...IMAGE_FACTS,
  ...MAPPING_FACTS,
  ...SVM_FACTS,
  ...CREATION_FACTS,
  ...QUERY_FACTS,
}
