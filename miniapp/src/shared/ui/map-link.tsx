import './map-link.css'
import Taro from '@tarojs/taro'
import { gcj02 } from '../device/map-position'
import { Box } from './base/box'
import { Icon } from './base/icon'
import { Tap } from './base/tap'
import { frameText } from '../words/frame-text'
import type { MapPlace } from '../device/map-position'

/** The platform's own map, opened by a tap. */
export const MapLink = ({ place }: { place: MapPlace }) => (
  <Tap
    className="map-link"
    onTap={() =>
      void Taro.openLocation({ ...gcj02(place.position), name: place.name, address: place.address })
    }
  >
    <Icon name="place" />
    <Box as="span">{frameText.guide}</Box>
  </Tap>
)
