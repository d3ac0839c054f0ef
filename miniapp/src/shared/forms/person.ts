/** Somebody for whom another asks, as it is typed. */
export interface Person {
  name: string
  phone: string
}

/** As it is sent: without a number where there is none. */
export const personOf = ({ name, phone }: Person) => ({
  name: name.trim(),
  phone: phone.trim() === '' ? null : phone.trim(),
})
