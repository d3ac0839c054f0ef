import type { Face } from './face'
import { makeFace, type OwnFace } from './make-face'

/**
 * Faces of a deployment's own services (their types begin with `x_`), which a script of the deployment, served before the
 * app's, has left in `window.linliFaces`.
 */
export const deploymentFaces = (): Face[] =>
  ((globalThis as { linliFaces?: readonly OwnFace[] }).linliFaces ?? [])
    .map((own) => makeFace(own))
    .filter(({ type }) => type.startsWith('x_'))
