/** Every file of integration tests keeps the order of docs/locks.md: what it asks of the service is watched. */
import { keepsLockOrder } from './locks'

keepsLockOrder()
