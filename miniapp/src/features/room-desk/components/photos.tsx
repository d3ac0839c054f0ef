import './photos.css'
import { mostPhotos } from '@linli/contracts/room-photos'
import type { RoomPlanned } from '@linli/contracts/room-desk'
import type { RoomPhoto } from '@linli/contracts/rooms'
import { useState } from 'react'
import { Field } from '../../../shared/forms/field'
import { faultWithin } from '../../../shared/forms/field-faults'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Photo } from '../../../shared/ui/base/photo'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { ConfirmSheet } from '../../../shared/ui/sheets/confirm-sheet'
import { useArrangePhotos, useRemovePhoto } from '../api'
import { photosText as text } from '../text'
import { useNewPhoto } from '../use-new-photo'

/** What everybody sees of a room: added, put in order, given words, taken away. */
export function Photos({ room: { id, photos } }: { room: RoomPlanned }) {
  return (
    <Card title={text.title}>
      <Box className="muted">{text.help(mostPhotos)}</Box>
      {photos.map((photo, n) => (
        <One key={photo.id} roomId={id} photos={photos} photo={photo} n={n} />
      ))}
      {photos.length < mostPhotos ? <NewPhoto roomId={id} /> : <Box className="muted">{text.full}</Box>}
    </Card>
  )
}

function NewPhoto({ roomId }: { roomId: string }) {
  const adding = useNewPhoto(roomId)
  const { percent, problem } = adding
  if (!adding.chosen)
    return (
      <Button look="ghost" onTap={adding.pick}>
        {adding.label}
      </Button>
    )
  return (
    <Box className="rd__part" role="group" label={text.title}>
      <Box role="status">{percent === null ? text.chosen : text.sending(percent)}</Box>
      <Alt id="photo-alt" value={adding.alt} fault={adding.altFault} onInput={adding.setAlt} />
      <Refusal problem={problem} />
      <Box className="rd__two">
        <Button busy={percent !== null} onTap={adding.send}>
          {text.send}
        </Button>
        <Button look="ghost" disabled={percent !== null} onTap={adding.leave}>
          {text.notThis}
        </Button>
      </Box>
    </Box>
  )
}

interface AltProps {
  id: string
  value: string
  fault: string | null
  onInput: (value: string) => void
}

const Alt = ({ id, value, fault, onInput }: AltProps) => (
  <Field
    {...{ id, value, fault, onInput }}
    label={text.alt}
    placeholder={text.altHint}
    help={text.altHelp}
    maxLength={60}
  />
)

interface OneProps {
  roomId: string
  photos: readonly RoomPhoto[]
  photo: RoomPhoto
  n: number
}

/** Itself and the one at another place change places. */
const swapped = (photos: readonly RoomPhoto[], n: number, other: number) =>
  photos.map((_, at) => photos[at === n ? other : at === other ? n : at] as RoomPhoto)

const said = (photos: readonly RoomPhoto[]) => photos.map(({ id, alt }) => ({ id, alt }))

function One({ roomId, photos, photo, n }: OneProps) {
  const [alt, setAlt] = useState<string | null>(null)
  const [removing, setRemoving] = useState(false)
  const arrange = useArrangePhotos(() => setAlt(null))
  const put = (list: { id: string; alt: string }[]) =>
    arrange.mutate({ params: { id: roomId }, body: { photos: list } })
  const move = (to: number) => put(said(swapped(photos, n, to)))
  const write = (words: string) =>
    put(said(photos).map((one) => (one.id === photo.id ? { ...one, alt: words } : one)))
  return (
    <Box className="rd__part" role="group" label={text.of(n + 1, photo.alt)}>
      <Box className="rd-photo">
        <Photo
          className="rd-photo__of"
          src={API_ORIGIN + photo.small}
          label={photo.alt}
          fills
          onFail={ignore}
        />
      </Box>
      {alt === null ? (
        <Box>
          {photo.alt}
          {n === 0 && <Box className="muted">{text.first}</Box>}
        </Box>
      ) : (
        <Alt
          id={`alt-${photo.id}`}
          value={alt}
          fault={faultWithin(arrange.error, `photos.${n}.alt`)}
          onInput={setAlt}
        />
      )}
      <Refusal problem={arrange.error} />
      <Box className="rd__two">
        {alt !== null ? (
          <>
            <Button busy={arrange.isPending} disabled={alt.trim() === ''} onTap={() => write(alt.trim())}>
              {text.keep}
            </Button>
            <Button look="ghost" onTap={() => setAlt(null)}>
              {text.leave}
            </Button>
          </>
        ) : (
          <>
            {n > 0 && (
              <Button look="ghost" busy={arrange.isPending} onTap={() => move(n - 1)}>
                {text.forward}
              </Button>
            )}
            {n < photos.length - 1 && (
              <Button look="ghost" busy={arrange.isPending} onTap={() => move(n + 1)}>
                {text.back}
              </Button>
            )}
            <Button look="ghost" onTap={() => setAlt(photo.alt)}>
              {text.words}
            </Button>
            <Button look="danger" onTap={() => setRemoving(true)}>
              {text.remove}
            </Button>
          </>
        )}
      </Box>
      {removing && <Removing roomId={roomId} photo={photo} onClose={() => setRemoving(false)} />}
    </Box>
  )
}

function Removing({ roomId, photo, onClose }: Pick<OneProps, 'roomId' | 'photo'> & { onClose: () => void }) {
  const remove = useRemovePhoto(onClose)
  return (
    <ConfirmSheet
      title={text.removeSure}
      lines={text.removeLines}
      yes={text.removeSure}
      no={text.removeKeep}
      problem={remove.error}
      busy={remove.isPending}
      onYes={() => remove.mutate({ params: { id: roomId, photo: photo.id } })}
      onClose={onClose}
    />
  )
}

/** Its words stand beside it. */
const ignore = () => undefined
