import { type MapPlace, markerLink } from '../map-position'
import { Icon } from '../../../shared/ui/base/icon'
import { roomsText } from '../text'

/** A link to a map in a page of its own: nothing of it is loaded here, and it is not told who came. */
export const MapLink = ({ place }: { place: MapPlace }) => (
  <a className="tap map-link" href={markerLink(place)} target="_blank" rel="noopener noreferrer">
    <Icon name="place" />
    {roomsText.guide}
  </a>
)
