/** What other modules ask of the care day. */
export { waitingAlert } from './alerts/alerts'
export { missingChildren } from './days/missing'
