/** Asks for what changed, one question at a time: what is told meanwhile is asked for together, afterwards. */
export function follower(ask: (rooms: readonly string[] | null) => Promise<unknown>) {
  let changed = new Set<string>()
  let [all, busy] = [false, false]
  async function run() {
    if (busy) return
    busy = true
    while (all || changed.size > 0) {
      const rooms = all ? null : [...changed]
      changed = new Set()
      all = false
      // What could not be asked is asked by the next look at everything.
      await ask(rooms).catch(() => undefined)
    }
    busy = false
  }
  return (name: string, data: unknown) => {
    if (name === 'all') all = true
    else for (const id of roomsIn(data)) changed.add(id)
    void run()
  }
}

function roomsIn(data: unknown): string[] {
  if (typeof data !== 'object' || data === null || !('rooms' in data) || !Array.isArray(data.rooms)) return []
  return data.rooms.filter((id): id is string => typeof id === 'string')
}
