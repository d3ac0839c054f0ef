/** What made-up residents asked, what they were told, and what came of it. */
import { furtherStories } from './further-stories'
import { answers, asks, type Story } from './story'

const inEveryState: readonly Omit<Story, 'key' | 'who'>[] = [
  {
    state: 'waiting',
    topic: 'work',
    urgency: 'date',
    said: [asks(5, '公司八月起没有给我发工资，劝我自己走。我有考勤记录，现在能做什么？')],
  },
  {
    state: 'asked',
    topic: 'land',
    urgency: 'none',
    said: [
      asks(70, '和隔壁家的地界说不清，他们把围栏往我这边挪了。'),
      { by: 'adviser', kind: 'ask', ago: 44, words: '您家有土地承包经营权证吗？证上的图拍一张给我看看。' },
    ],
  },
  {
    state: 'answered',
    topic: 'debt',
    urgency: 'none',
    said: [
      asks(120, '借给朋友两万块，有转账记录，没有借条，他一直拖着不还。'),
      answers(
        72,
        '转账记录和聊天记录都是证据。先发一条消息让他写明欠多少、什么时候还，截图留好；再不还可以起诉。',
      ),
    ],
  },
  {
    state: 'closed',
    topic: 'consumer',
    urgency: 'none',
    said: [
      asks(480, '网上买的电饭锅用了三天就坏了，商家不给退。'),
      answers(430, '七天内质量有问题可以要求退货，运费由商家出。先在平台申请，不处理就打 12315。'),
      { by: 'party', kind: 'thanks', ago: 410, words: null },
    ],
    endedAgo: 150,
  },
  {
    state: 'cancelled',
    topic: 'other',
    urgency: 'none',
    said: [asks(300, '想问问遗嘱怎么写。')],
    endedAgo: 290,
  },
]

export const stories: readonly Story[] = [
  ...inEveryState.map((story) => ({ ...story, key: story.state, who: 'proxy' as const })),
  ...furtherStories,
]
