import type { RoomKind } from '@linli/contracts/rooms'

/** Our own drawings (src/assets/drawings): of rooms by their kind, of the house, of a map, and small ones beside words. */
type OfPlace = 'house' | 'map'
type Spot =
  | 'room'
  | 'care'
  | 'law'
  | 'hand'
  | 'tea'
  | 'find'
  | 'bench'
  | 'wire'
  | 'sign'
  | 'post'
  | 'med'
  | 'book'
  | 'broom'
  | 'home'

/** Who somebody is to somebody, never what they look like. */
export type FaceDrawing = 'face-woman' | 'face-man' | 'face-old' | 'face-kid'

export type Drawing = RoomKind | OfPlace | Spot | FaceDrawing

export interface PictureProps {
  of: Drawing
  /** What is to be seen, where the words beside it do not say it. */
  alt?: string
  /**
   * Its box: 16 to 9 as wide as it may be; a ticket's head, for a room or for a spot; beside a row's words (square for a room, a
   * tile for a spot); a spot; somebody's face, round.
   */
  shape: 'wide' | 'band' | 'stage' | 'thumb' | 'square' | 'tile' | 'spot' | 'face'
  /** Seen at once, so fetched at once. */
  eager?: boolean
}
