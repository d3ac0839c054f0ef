import './base.css'
import './face.css'
import { Box } from './base/box'
import { Icon } from './base/icon'
import type { FaceDrawing } from './drawing'
import { Picture } from './picture'

/** Somebody beside their name; nobody is drawn of whom it is not said who they are. */
export const Face = ({ of }: { of?: FaceDrawing | undefined }) =>
  of === undefined ? (
    <Box as="span" decorative className="face">
      <Icon name="me" />
    </Box>
  ) : (
    <Picture of={of} shape="face" />
  )
