import './room-picture.css'
import type { RoomPhoto, RoomSummary } from '@linli/contracts/rooms'
import { useState } from 'react'
import { Box } from '../../../shared/ui/base/box'
import { Photo } from '../../../shared/ui/base/photo'
import { Tap } from '../../../shared/ui/base/tap'
import { Picture } from '../../../shared/ui/picture'
import { roomsText } from '../text'

interface Props {
  room: Pick<RoomSummary, 'kind' | 'photo'>
  shape: 'wide' | 'thumb'
  eager?: boolean
  /** Beside words that say what it is: then nobody is read what is on it. */
  spoken?: boolean
}

/** Our drawing of the kind of room, and over it, in the same box, the community's own photo once it is there. */
export const RoomPicture = ({ room, shape, eager, spoken }: Props) => (
  <Box className={`room-photo room-photo--${shape}`}>
    <Picture of={room.kind} shape={shape} {...(eager === undefined ? {} : { eager })} />
    {room.photo !== null && (
      <Over
        key={room.photo.id}
        photo={room.photo}
        path={shape === 'wide' ? room.photo.url : room.photo.small}
        spoken={spoken === true}
      />
    )}
  </Box>
)

function Over({ photo, path, spoken }: { photo: RoomPhoto; path: string; spoken: boolean }) {
  const [state, setState] = useState<'coming' | 'shown' | 'failed'>('coming')
  if (state === 'failed') return null
  return (
    <Photo
      className={`room-photo__of room-photo__of--${state}`}
      src={API_ORIGIN + path}
      label={spoken ? photo.alt : ''}
      fills
      onShown={() => setState('shown')}
      onFail={() => setState('failed')}
    />
  )
}

/** All photos of a room: one of them large, and the others a tap away. */
export function RoomPhotos({ room }: { room: Pick<RoomSummary, 'kind'> & { photos: RoomPhoto[] } }) {
  const [chosen, setChosen] = useState<string | null>(null)
  const shown = room.photos.find(({ id }) => id === chosen) ?? room.photos[0] ?? null
  return (
    <>
      <RoomPicture room={{ kind: room.kind, photo: shown }} shape="wide" eager spoken />
      {room.photos.length > 1 && (
        <Box className="room-photos" role="group" label={roomsText.photos}>
          {room.photos.map((photo) => (
            <Tap
              key={photo.id}
              className={`room-photos__one room-photos__one--${photo.id === shown?.id ? 'on' : 'off'}`}
              label={photo.alt}
              pressed={photo.id === shown?.id}
              onTap={() => setChosen(photo.id)}
            >
              <RoomPicture room={{ kind: room.kind, photo }} shape="thumb" />
            </Tap>
          ))}
        </Box>
      )}
    </>
  )
}
