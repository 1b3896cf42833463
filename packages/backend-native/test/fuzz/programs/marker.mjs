/** What a random program throws or lets its observables fail with: no defect of the library. */
export class Marker extends Error {}
