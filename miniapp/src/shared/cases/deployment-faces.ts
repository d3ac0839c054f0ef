import type { Face } from './face'

/** A mini-program is one package: whoever deploys it names a service of their own in `faces.ts`. */
export const deploymentFaces = (): Face[] => []
