import type { Endpoint } from '@linli/contracts/endpoint'
import type { Input } from './request'

/** A mini-program keeps no answer open: it asks again and again. @returns whether it hears */
export const useEvents = <E extends Endpoint>(
  _e: E,
  _given: Input<E>,
  _hear: (name: string, data: unknown) => void,
): boolean => false
