// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDragEnterEvent>

#include "ui/theme/tokens.h"
#include "ui/who/rule_grip.h"
#include "ui/who/rule_list.h"
#include "ui/who/rule_row.h"

namespace heliograph::ui {

using audience::PartPath;

namespace {
constexpr int kDropLine = 2;
}

/// The path before which a part dropped here goes, and the height at which that is; empty for nowhere.
PartPath RuleList::targetAt(const QPoint& at, int& line) const {
  const RuleRow* nearest = nullptr;
  int distance = 0;
  for (const RuleRow* row : m_rows) {
    const QRect place(row->mapTo(this, QPoint()), row->size());
    const int away = std::abs(place.center().y() - at.y());
    if (nearest && away >= distance) continue;
    nearest = row;
    distance = away;
  }
  if (!nearest) return {};
  const QRect place(nearest->mapTo(this, QPoint()), nearest->size());
  PartPath target = nearest->path();
  const bool behind = at.y() > place.center().y();
  if (behind) ++target.back();
  line = behind ? place.bottom() + size::Tiny : place.top() - size::Tiny;
  return target;
}

void RuleList::dragEnterEvent(QDragEnterEvent* event) {
  if (!RuleGrip::draggedPath(event->mimeData()).empty()) event->acceptProposedAction();
}

void RuleList::dragMoveEvent(QDragMoveEvent* event) {
  int line = 0;
  if (targetAt(event->position().toPoint(), line).empty()) return event->ignore();
  m_dropLine->setGeometry(0, line, width(), kDropLine);
  m_dropLine->raise();
  m_dropLine->show();
  event->acceptProposedAction();
}

void RuleList::dragLeaveEvent(QDragLeaveEvent*) {
  m_dropLine->hide();
}

void RuleList::dropEvent(QDropEvent* event) {
  m_dropLine->hide();
  int line = 0;
  const PartPath target = targetAt(event->position().toPoint(), line);
  const PartPath dragged = RuleGrip::draggedPath(event->mimeData());
  if (target.empty() || dragged.empty()) return;
  event->acceptProposedAction();
  change([target](audience::SegmentGroup& root,
                  const PartPath& path) { return audience::segment_edit::moveBefore(root, path, target); },
         dragged);
}

}  // namespace heliograph::ui
