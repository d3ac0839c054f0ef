import { Box } from '../ui/base/box'
import { Button } from '../ui/button'
import { dial } from '../ui/call-button'
import { Card } from '../ui/card'
import { hotline } from '../words/frame-text'

export const overturnedText = {
  help: '这条评价不再计入统计。有不同意见，可以打电话给上级单位或当地 12345。',
  call: '拨打 12345',
}

/** What it means for the rater that a review held the rating to be wrong; whom to call is not the unit that was rated. */
export const Overturned = () => (
  <Card>
    <Box className="stack">
      <Box as="p">{overturnedText.help}</Box>
      <Button look="ghost" onTap={() => dial(hotline)}>
        {overturnedText.call}
      </Button>
    </Box>
  </Card>
)
