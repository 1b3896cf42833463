import type { StridedBox } from '../../model/strided-box.ts'

/** Is told which bytes a command reads and writes: first what it reads. */
export interface AccessVisitor {
  read(box: StridedBox): void
  write(box: StridedBox): void
}
