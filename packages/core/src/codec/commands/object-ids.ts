/** Names for the objects that commands refer to: buffers, images, SVM allocations, mappings and host arrays. */
export interface ObjectIds {
  /** The object's id; undefined where it has none. */
  idOf(object: object): string | undefined
  /** The object with this id; undefined where there is none. */
  objectOf(id: string): object | undefined
}

/** ObjectIds that a program fills. It keeps its objects from being collected. */
export interface ObjectTable extends ObjectIds {
  /**
   * Gives an object an id, or a new one if it has none, and answers it. An id stands for one object and an object has one
   * id: what stood there before is forgotten. Without `id` an object that has one keeps it.
   */
  add(object: object, id?: string): string
}

/** An empty table. */
export const objectTable = (): ObjectTable => {
  const ids = new Map<object, string>()
  const objects = new Map<string, object>()
  let last = 0

  const newId = (): string => {
    do last += 1
    while (objects.has(String(last)))
    return String(last)
  }

  return {
    idOf: (object) => ids.get(object),
    objectOf: (id) => objects.get(id),
    add: (object, given) => {
      const known = ids.get(object)
      const id = given ?? known ?? newId()
      if (known !== undefined) objects.delete(known)
      const former = objects.get(id)
      if (former !== undefined) ids.delete(former)
      ids.set(object, id)
      objects.set(id, object)
      return id
    },
  }
}
