import Taro from '@tarojs/taro'
import { gcj02 } from '../map-position'
import { Box } from '../../../shared/ui/base/box'
import { Icon } from '../../../shared/ui/base/icon'
import { Tap } from '../../../shared/ui/base/tap'
import { roomsText } from '../text'
import type { MapPlace } from '../map-position'

/** The platform's own map, opened by a tap. */
export const MapLink = ({ place }: { place: MapPlace }) => (
  <Tap
    className="map-link"
    onTap={() =>
      void Taro.openLocation({ ...gcj02(place.position), name: place.name, address: place.address })
    }
  >
    <Icon name="place" />
    <Box as="span">{roomsText.guide}</Box>
  </Tap>
)
