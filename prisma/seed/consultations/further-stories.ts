/** What is handed over, met about, and called about in vain. */
import { answers, asks, type Step, type Story } from './story'

const calledInVain = [30, 26, 7].map((ago): Step => ({ by: 'adviser', action: 'attempt', ago }))

export const furtherStories: readonly Story[] = [
  {
    key: 'handed over',
    who: 'volunteer',
    state: 'answered',
    topic: 'neighbours',
    urgency: 'none',
    said: [
      asks(200, '楼上装修把我家天花板泡了，物业说和他们没关系，楼上只肯赔三百。'),
      answers(
        170,
        '这件事坐下来谈比打官司快。调解不收钱，谈成了写的协议有效力。您同意的话我转给镇上的调解员。',
      ),
      answers(
        60,
        '我是镇上的调解员。先把泡坏的地方拍下来，修理要多少钱找人估一个，我约你们两家谈一次。',
        'receiver',
      ),
    ],
    steps: [
      { by: 'adviser', action: 'propose_referral', ago: 169 },
      { by: 'party', action: 'consent', ago: 150, to: 'referred' },
      { by: 'receiver', action: 'acknowledge', ago: 120, to: 'waiting' },
    ],
    referral: { kind: 'mediation', parts: ['question', 'thread'] },
  },
  {
    key: 'to be agreed to',
    who: 'proxy',
    state: 'answered',
    topic: 'family',
    urgency: 'none',
    said: [
      asks(90, '我爸的低保停了，他身体不好，想请个律师，可是我们出不起钱。'),
      answers(48, '您家这个情况可以申请法律援助，不收钱。我想把这件事转到法律援助中心，您看可以吗？'),
    ],
    steps: [{ by: 'adviser', action: 'propose_referral', ago: 47 }],
    referral: { kind: 'legal_aid', parts: ['question', 'phone'] },
  },
  {
    key: 'on its way',
    who: 'partner',
    state: 'referred',
    topic: 'other',
    urgency: 'none',
    said: [
      asks(100, '老房子要过户给儿子，村里人说要先公证，是不是一定要？'),
      answers(60, '不是一定要，但是做了公证以后少麻烦。我可以转给公证处的人，他们会告诉您带什么。'),
    ],
    steps: [
      { by: 'adviser', action: 'propose_referral', ago: 59 },
      { by: 'party', action: 'consent', ago: 2, to: 'referred' },
    ],
    referral: { kind: 'notary', parts: ['question'] },
  },
  {
    key: 'by telephone',
    who: 'volunteer',
    state: 'answered',
    topic: 'accident',
    urgency: 'none',
    reach: 'phone',
    said: [
      asks(75, '骑电动车被三轮车撞了，对方给了五百块就走了，现在医药费不够。'),
      answers(28, '先去交警队把事故认定书办下来。电话里说得清楚些，我给您几个时间。'),
    ],
    steps: [
      { by: 'adviser', action: 'offer_times', ago: 27 },
      { by: 'party', action: 'take_time', ago: 20 },
    ],
    meeting: { kind: 'phone', from: 16.5, to: 17 },
  },
  {
    key: 'at the station',
    who: 'partner',
    state: 'answered',
    topic: 'work',
    urgency: 'none',
    said: [
      asks(110, '公司和我签的合同有好几页看不懂，想请您当面帮我看看。'),
      answers(50, '可以，把合同和工资条都带上，我们在法律服务站见面。'),
    ],
    steps: [
      { by: 'adviser', action: 'offer_times', ago: 49 },
      { by: 'party', action: 'take_time', ago: 30 },
    ],
    meeting: { kind: 'station', from: 15, to: 16 },
  },
  {
    key: 'called in vain',
    who: 'partner',
    state: 'asked',
    topic: 'debt',
    urgency: 'none',
    reach: 'phone',
    said: [
      asks(80, '给人做了两个月的活，包工头跑了，不知道找谁要钱。'),
      { by: 'adviser', kind: 'ask', ago: 54, words: '您在哪个工地干活？还有谁和您一起做的？' },
    ],
    steps: [...calledInVain, { by: 'adviser', action: 'visit', ago: 7 }],
  },
]
