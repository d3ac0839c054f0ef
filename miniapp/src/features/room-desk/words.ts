import { purposeWord } from '@linli/contracts/words'
import { equipmentWord, facilityKindWord, roomKindWord } from '@linli/contracts/room-words'
import { equipment, facilityKind, purpose, roomKind } from '@linli/contracts/rooms'

const optionsOf = <T extends string>(values: readonly T[], word: Record<T, string>) =>
  values.map((value) => ({ value, word: word[value] }))

export const kindOptions = optionsOf(roomKind.options, roomKindWord)
export const facilityOptions = optionsOf(facilityKind.options, facilityKindWord)
export const purposeOptions = optionsOf(purpose.options, purposeWord)
export const equipmentOptions = optionsOf(equipment.options, equipmentWord)
