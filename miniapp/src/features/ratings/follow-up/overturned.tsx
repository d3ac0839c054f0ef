import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { dial } from '../../../shared/ui/call-button'
import { Card } from '../../../shared/ui/card'
import { hotline } from '../../../shared/words/frame-text'

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
