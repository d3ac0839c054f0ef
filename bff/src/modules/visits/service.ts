/** What other modules ask of the register. */
export { livesAlone } from './alone-store'
