/** Two guardians of one child whom staff have verified: where nobody acts alone. */
import { linkSecond, makeChild, verify } from './children'
import { monday, type TestApp } from './app'
import { here, makePerson, type Person } from './world'

export interface TwoGuardians {
  mother: Person
  father: Person
  staff: Person
  /** Of the child. */
  id: string
}

export async function twoGuardians(app: TestApp): Promise<TwoGuardians> {
  app.clock.set(monday)
  const staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
  const mother = await makePerson(app, { name: '周敏' })
  const father = await makePerson(app, { name: '李强' })
  const { id } = await makeChild(app, mother)
  await linkSecond(app, mother, father, id)
  for (const one of [mother, father]) await verify(app, staff, one, id)
  return { mother, father, staff, id }
}
