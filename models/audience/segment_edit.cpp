// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/segment_edit.h"

#include <QDate>
#include <algorithm>

#include "audience/rules/time_window.h"

namespace heliograph::audience {
namespace {

PartPath outer(const PartPath& path) {
  return {path.begin(), path.end() - 1};
}

PartPath sibling(const PartPath& path, int number) {
  PartPath at = path;
  at.back() = number;
  return at;
}

bool holds(const SegmentGroup& group, int number) {
  return number >= 0 && number < static_cast<int>(group.parts.size());
}

/// The group around a part; nullptr when the path leads nowhere.
SegmentGroup* around(SegmentGroup& root, const PartPath& path) {
  if (path.empty()) return nullptr;
  SegmentGroup* group = segment_edit::groupAt(root, outer(path));
  return group && holds(*group, path.back()) ? group : nullptr;
}

SegmentPart takePart(SegmentGroup& group, int number) {
  SegmentPart part = std::move(group.parts[static_cast<std::size_t>(number)]);
  group.parts.erase(group.parts.begin() + number);
  return part;
}

void put(SegmentGroup& group, int number, SegmentPart part) {
  group.parts.insert(group.parts.begin() + number, std::move(part));
}

SegmentGroup* innerGroup(SegmentGroup& group, int number) {
  return holds(group, number) ? std::get_if<SegmentGroup>(&group.parts[static_cast<std::size_t>(number)].value)
                              : nullptr;
}

/// Takes the group at `group` away when it has become empty, and corrects the path of what moved.
void dropIfEmpty(SegmentGroup& root, const PartPath& group, PartPath& moved) {
  if (group.empty()) return;
  SegmentGroup* emptied = segment_edit::groupAt(root, group);
  if (!emptied || !emptied->parts.empty()) return;
  takePart(*segment_edit::groupAt(root, outer(group)), group.back());
  const std::size_t level = group.size() - 1;
  const bool sameParent = moved.size() > level && std::equal(group.begin(), group.end() - 1, moved.begin());
  if (sameParent && moved[level] > group.back()) --moved[level];
  dropIfEmpty(root, outer(group), moved);
}

bool startsWith(const PartPath& path, const PartPath& start) {
  return path.size() >= start.size() && std::equal(start.begin(), start.end(), path.begin());
}

bool isNumber(const QJsonValue& value) {
  if (value.isDouble()) return true;
  bool read = false;
  (void)value.toString().trimmed().toDouble(&read);
  return read;
}

bool isDay(const QJsonValue& value) {
  return QDate::fromString(value.toString().left(10), Qt::ISODate).isValid();
}

}  // namespace

namespace segment_edit {

const SegmentPart* partAt(const SegmentGroup& root, const PartPath& path) {
  const SegmentGroup* group = &root;
  const SegmentPart* part = nullptr;
  for (const int number : path) {
    if (!group || !holds(*group, number)) return nullptr;
    part = &group->parts[static_cast<std::size_t>(number)];
    group = std::get_if<SegmentGroup>(&part->value);
  }
  return part;
}

SegmentGroup* groupAt(SegmentGroup& root, const PartPath& path) {
  SegmentGroup* group = &root;
  for (const int number : path) {
    group = innerGroup(*group, number);
    if (!group) return nullptr;
  }
  return group;
}

void replace(SegmentGroup& root, const PartPath& path, SegmentPart part) {
  if (SegmentGroup* group = around(root, path)) group->parts[static_cast<std::size_t>(path.back())] = std::move(part);
}

PartPath toggle(SegmentGroup& root, const PartPath& path) {
  if (SegmentGroup* group = around(root, path)) {
    SegmentPart& part = group->parts[static_cast<std::size_t>(path.back())];
    part.off = !part.off;
  }
  return path;
}

PartPath turnAround(SegmentGroup& root, const PartPath& path) {
  if (SegmentGroup* group = path.empty() ? nullptr : groupAt(root, path)) group->excluded = !group->excluded;
  return path;
}

PartPath append(SegmentGroup& root, const PartPath& group, SegmentPart part) {
  SegmentGroup* parent = groupAt(root, group);
  if (!parent) return {};
  parent->parts.push_back(std::move(part));
  PartPath path = group;
  path.push_back(static_cast<int>(parent->parts.size()) - 1);
  return path;
}

PartPath duplicate(SegmentGroup& root, const PartPath& path) {
  SegmentGroup* group = around(root, path);
  if (!group) return {};
  SegmentPart copy = group->parts[static_cast<std::size_t>(path.back())];
  put(*group, path.back() + 1, std::move(copy));
  return sibling(path, path.back() + 1);
}

PartPath remove(SegmentGroup& root, const PartPath& path) {
  SegmentGroup* group = around(root, path);
  if (!group) return {};
  takePart(*group, path.back());
  if (!group->parts.empty()) {
    return sibling(path, std::min(path.back(), static_cast<int>(group->parts.size()) - 1));
  }
  return path.size() > 1 ? remove(root, outer(path)) : PartPath{};
}

PartPath move(SegmentGroup& root, const PartPath& path, PartMove direction) {
  SegmentGroup* group = around(root, path);
  if (!group) return {};
  const int next = path.back() + (direction == PartMove::Up ? -1 : 1);
  const bool isGroup = innerGroup(*group, path.back()) != nullptr;
  if (!holds(*group, next)) {
    if (path.size() == 1) return path;
    SegmentPart part = takePart(*group, path.back());
    PartPath target = outer(path);
    if (direction == PartMove::Down) ++target.back();
    put(*groupAt(root, outer(target)), target.back(), std::move(part));
    PartPath emptied = outer(path);
    if (direction == PartMove::Up) ++emptied.back();
    dropIfEmpty(root, emptied, target);
    return target;
  }
  SegmentGroup* entered = isGroup ? nullptr : innerGroup(*group, next);
  if (!entered) {
    std::swap(group->parts[static_cast<std::size_t>(path.back())], group->parts[static_cast<std::size_t>(next)]);
    return sibling(path, next);
  }
  SegmentPart part = takePart(*group, path.back());
  const int place = direction == PartMove::Up ? next : next - 1;
  entered = innerGroup(*group, place);
  const int at = direction == PartMove::Up ? static_cast<int>(entered->parts.size()) : 0;
  put(*entered, at, std::move(part));
  PartPath moved = sibling(path, place);
  moved.push_back(at);
  return moved;
}

PartPath moveBefore(SegmentGroup& root, const PartPath& path, PartPath target) {
  SegmentGroup* from = around(root, path);
  SegmentGroup* to = target.empty() ? nullptr : groupAt(root, outer(target));
  if (!from || !to || startsWith(target, path) || target.back() < 0) return path;
  if (target.back() > static_cast<int>(to->parts.size())) return path;
  SegmentPart part = takePart(*from, path.back());
  const std::size_t level = path.size() - 1;
  // Taking it out moved everything behind it in its group.
  if (startsWith(target, outer(path)) && target.size() > level && target[level] > path.back()) --target[level];
  put(*groupAt(root, outer(target)), target.back(), std::move(part));
  PartPath emptied = outer(path);
  if (!emptied.empty() && startsWith(emptied, outer(target)) && emptied.size() >= target.size() &&
      emptied[target.size() - 1] >= target.back()) {
    ++emptied[target.size() - 1];
  }
  dropIfEmpty(root, emptied, target);
  return target;
}

PartPath wrap(SegmentGroup& root, const PartPath& path) {
  SegmentGroup* group = around(root, path);
  if (!group) return {};
  SegmentGroup inner;
  inner.join = group->join == SegmentGroup::Join::All ? SegmentGroup::Join::Any : SegmentGroup::Join::All;
  inner.parts.push_back(takePart(*group, path.back()));
  put(*group, path.back(), SegmentPart{std::move(inner)});
  PartPath wrapped = path;
  wrapped.push_back(0);
  return wrapped;
}

PartPath unwrap(SegmentGroup& root, const PartPath& path) {
  SegmentGroup* group = around(root, path);
  if (!group || path.size() < 2) return path;
  SegmentPart part = takePart(*group, path.back());
  PartPath target = outer(path);
  ++target.back();
  put(*groupAt(root, outer(target)), target.back(), std::move(part));
  dropIfEmpty(root, outer(path), target);
  return target;
}

}  // namespace segment_edit

bool isComplete(const SegmentRule& rule, PropertyType type) {
  const ValueCount count = valueCount(rule.op);
  const auto given = rule.values.size();
  if (rule.property.isEmpty() || given < count.least || (count.most >= 0 && given > count.most)) return false;
  if (countsTime(rule.op)) {
    return isNumber(rule.values.at(0)) && timeUnitFromName(rule.values.at(1).toString()).has_value();
  }
  return std::all_of(rule.values.begin(), rule.values.end(), [&](const QJsonValue& value) {
    if (type == PropertyType::Number) return isNumber(value);
    if (type == PropertyType::Date) return isDay(value);
    return !value.toVariant().toString().isEmpty();
  });
}

}  // namespace heliograph::audience
