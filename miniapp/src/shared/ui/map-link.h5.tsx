import './map-link.css'
import { type MapPlace, markerLink } from '../device/map-position'
import { Icon } from './base/icon'
import { frameText } from '../words/frame-text'

/** A link to a map in a page of its own: nothing of it is loaded here, and it is not told who came. */
export const MapLink = ({ place }: { place: MapPlace }) => (
  <a className="tap map-link" href={markerLink(place)} target="_blank" rel="noopener noreferrer">
    <Icon name="place" />
    {frameText.guide}
  </a>
)
