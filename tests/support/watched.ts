/** Every file of integration tests keeps the order of docs/locks.md: what it asks of the service is watched. */
import { expect } from 'vitest'
import { keepsLockOrder } from './locks'

// Tests of the schema write rows by hand, in an order of their own.
if (!expect.getState().testPath?.includes('/integration/schema')) keepsLockOrder()
