interface Named {
  id: string
  name: string
  facilityName: string
}

/** Rooms to choose from; where two have one name, each says which building it is in. */
export const roomOptions = (rooms: readonly Named[]): { value: string; word: string }[] =>
  rooms.map(({ id, name, facilityName }) => ({
    value: id,
    word: rooms.some((other) => other.id !== id && other.name === name) ? `${name}（${facilityName}）` : name,
  }))
