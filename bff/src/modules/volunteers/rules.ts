/** What holds of volunteers, whoever asks: pure. */

/** Below it nobody acts in law at all, with or without a guardian (Civil Code, art. 20). */
const youngest = 8
/** From here on nobody is registered by somebody else (Civil Code, art. 17). */
const adult = 18

/** Whole years on a day, as birthdays count them. @param birthDate `YYYY-MM-DD` */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years
}

/** Old enough to be registered by a guardian, and not yet grown up. */
export const isMinorVolunteer = (birthDate: string, day: string): boolean => {
  const age = ageOn(birthDate, day)
  return age >= youngest && age < adult
}

/** How many days before its end a volunteer is told of a paper; 0: on its last day. */
export const tellingDays: readonly number[] = [30, 7, 0]
