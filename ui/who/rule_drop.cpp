// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDragEnterEvent>
#include <algorithm>
#include <vector>

#include "ui/theme/tokens.h"
#include "ui/who/rule_grip.h"
#include "ui/who/rule_list.h"
#include "ui/who/rule_row.h"

namespace heliograph::ui {

using audience::PartPath;

namespace {
constexpr int kDropLine = 2;

/// A place where a part can be dropped: before the one at a path, at a height.
struct DropPlace {
  PartPath before;
  int line = 0;
};

/// How many groups stand inside one another in a part; 0 for a rule.
std::size_t depthOf(const audience::SegmentPart& part) {
  const auto* group = std::get_if<audience::SegmentGroup>(&part.value);
  if (group == nullptr) return 0;
  std::size_t deepest = 0;
  for (const audience::SegmentPart& inner : group->parts) deepest = std::max(deepest, depthOf(inner));
  return deepest + 1;
}

bool isWithin(const PartPath& path, const PartPath& part) {
  return path.size() >= part.size() && std::equal(part.begin(), part.end(), path.begin());
}

void addPlaces(std::vector<DropPlace>& places, const QRect& part, const PartPath& path) {
  PartPath behind = path;
  ++behind.back();
  places.push_back({path, part.top() - size::Tiny});
  places.push_back({behind, part.bottom() + size::Tiny});
}

}  // namespace

/// The path before which a part dropped here goes, and the height at which that is; empty for nowhere. Beside each rule
/// and each group there is a place, except inside of what is dragged and where it would be too deep.
PartPath RuleList::targetAt(const QPoint& at, const PartPath& dragged, int& line) const {
  const audience::SegmentPart* part = audience::segment_edit::partAt(m_root, dragged);
  if (part == nullptr) return {};
  std::vector<DropPlace> places;
  for (const RuleRow* row : m_rows) addPlaces(places, {row->mapTo(this, QPoint()), row->size()}, row->path());
  for (const auto& [card, path] : m_groups) addPlaces(places, {card->mapTo(this, QPoint()), card->size()}, path);
  const std::size_t depth = depthOf(*part);
  const DropPlace* nearest = nullptr;
  for (const DropPlace& place : places) {
    const bool inside = place.before.size() > dragged.size() && isWithin(place.before, dragged);
    const bool deeper = place.before.size() > dragged.size();
    if (inside || (deeper && place.before.size() + depth > deepestRule)) continue;
    if (nearest == nullptr || std::abs(place.line - at.y()) < std::abs(nearest->line - at.y())) nearest = &place;
  }
  if (nearest == nullptr) return {};
  line = nearest->line;
  return nearest->before;
}

void RuleList::dragEnterEvent(QDragEnterEvent* event) {
  if (!RuleGrip::draggedPath(event->mimeData()).empty()) event->acceptProposedAction();
}

void RuleList::dragMoveEvent(QDragMoveEvent* event) {
  int line = 0;
  const PartPath dragged = RuleGrip::draggedPath(event->mimeData());
  if (targetAt(event->position().toPoint(), dragged, line).empty()) return event->ignore();
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
  const PartPath dragged = RuleGrip::draggedPath(event->mimeData());
  const PartPath target = targetAt(event->position().toPoint(), dragged, line);
  if (target.empty() || dragged.empty()) return;
  event->acceptProposedAction();
  change([target](audience::SegmentGroup& root,
                  const PartPath& path) { return audience::segment_edit::moveBefore(root, path, target); },
         dragged);
}

}  // namespace heliograph::ui
