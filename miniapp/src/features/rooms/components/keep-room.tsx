import { useSession } from '../../../shared/session/session'
import { Tap } from '../../../shared/ui/base/tap'
import { useFavourites, useKeepFavourite } from '../api'
import { roomsText } from '../text'

/** Puts the room first in one's own list, or no more. */
export function KeepRoom({ id }: { id: string }) {
  const signedIn = useSession() !== null
  const { data } = useFavourites(signedIn)
  const write = useKeepFavourite()
  if (!signedIn) return null
  const kept = data?.rooms.some((room) => room.id === id) ?? false
  return (
    <Tap
      className={`choice ${kept ? 'choice--on' : ''}`}
      pressed={kept}
      disabled={data === undefined || write.isPending}
      onTap={() => write.mutate({ params: { id }, body: { kept: !kept } })}
    >
      {roomsText.favourites.keep}
    </Tap>
  )
}
