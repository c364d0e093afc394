"""Word classes that express a relation in a construction of their own (`ig:expresses`).

Where a statement rests on such a construction, the class is its lexical entry.
"""

from __future__ import annotations

from typing import Final

ARRANGING: Final = "arrangement"  # 按照B的安排
ORDER: Final = "order"  # 按照B的部署
JOINTLY: Final = "jointly"  # 与B共同V
DISMISSING: Final = "dismissing"  # 撤销B的职务
ATTENDING: Final = "attending"  # 参加B
ADOPTING: Final = "adopting"  # 由A提名，B通过
ARRANGED: Final = "arrangedNoun"  # 与B建立机制
HELP: Final = "helpNoun"  # 为B提供便利
SETTLING: Final = "settling"  # 组成人员由A决定
ACCEPTING: Final = "accepting"  # 受理反映B违纪问题的检举
EXAMINING: Final = "examining"  # 审查B提出的草案
RETURNING: Final = "returning"  # 退回B重新V
DISPOSING: Final = "disposing"  # 提请B解决
WHOLLY: Final = "wholly"  # 负责B的全面工作
INSTRUCTING: Final = "instructing"  # 安排B做
EMPOWERING: Final = "empowering"  # 保证B行使职权
