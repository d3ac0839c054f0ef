import type { TextsShown } from './api'

export const textsText = {
  title: '回复评价',
  filter: '看哪些',
  shows: { open: '还没回复', answered: '已回复', doubtful: '要看一看' } satisfies Record<
    TextsShown | 'doubtful',
    string
  >,
  empty: { open: '没有要回复的', answered: '还没有回复过', doubtful: '没有要看的' } satisfies Record<
    TextsShown | 'doubtful',
    string
  >,
  emptyHelp: '居民写的话经过检查，第二天起会出现在这里。',
  masked: '姓名和号码会自动隐去，不显示是谁写的。',
  public: '大家看得到',
  private: '不公开',
  privateHelp: '只有写的人和工作人员看得到',
  supplement: '追评',
  reply: '回复',
  replied: (by: string, on: string) => `${by} ${on}回复`,
  replyTitle: '回复这段话',
  help: { public: '大家都会看到这段回复。', private: '写的人会看到这段回复。' },
  once: '只能回复一次，发出后不能改。姓名和号码会自动隐去。',
  usual: ['谢谢您的肯定，我们继续努力。', '谢谢您的提醒，我们马上改。'],
  sent: '已回复',
  sentHelp: { public: '大家看到的回复是这样：', private: '写的人看到的回复是这样：' },
}
