/** Beside every file of the integration tests: whatever it makes the service do keeps the order of docs/locks.md. */
import { keepsLockOrder } from './locks'

keepsLockOrder()
