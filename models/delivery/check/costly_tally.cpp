// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/check/costly_tally.h"

#include <algorithm>
#include <optional>

#include "liquid/value.h"
#include "message/sms_text.h"
#include "message/utf8_reader.h"

namespace heliograph::delivery {
namespace {

/// A letter of a script of its own, rather than a sign or a Latin letter with an accent.
QChar::Script foreignScript(char32_t codepoint) {
  if (!QChar::isLetterOrNumber(codepoint) && !QChar::isMark(codepoint)) return QChar::Script_Unknown;
  const QChar::Script script = QChar::script(codepoint);
  const bool shared =
      script == QChar::Script_Latin || script == QChar::Script_Common || script == QChar::Script_Inherited;
  return shared ? QChar::Script_Unknown : script;
}

bool isFlagLetter(char32_t c) {
  return c >= 0x1F1E6 && c <= 0x1F1FF;
}

/// Skin tones, joiners and variation selectors belong to the sign before them.
bool belongsToSignBefore(const message::CostlySpan& span) {
  const bool skinTone = span.codepoint >= 0x1F3FB && span.codepoint <= 0x1F3FF;
  return skinTone || (span.replacement && span.replacement->empty());
}

bool holdsLetterOf(std::string_view text, int script) {
  for (message::Utf8Reader reader(text); !reader.atEnd();) {
    const char32_t c = reader.next();
    if (c >= 0x80 && foreignScript(c) == script) return true;
  }
  return false;
}

QString signOf(char32_t codepoint) {
  return QString::fromUcs4(&codepoint, 1);
}

/// Whether a value has what is looked for: a letter of the script, or the sign.
bool holds(const liquid::Value& value, int script, const std::string& sign) {
  if (value.kind() == liquid::Kind::Array) {
    return std::any_of(value.items(), value.items() + value.size(),
                       [&](const liquid::Value& item) { return holds(item, script, sign); });
  }
  if (!value.isString()) return false;
  return script != 0 ? holdsLetterOf(value.toView(), script) : value.toView().find(sign) != std::string_view::npos;
}

std::string utf8Of(char32_t c) {
  std::string bytes;
  const auto tail = [&bytes, c](int shift) { bytes += static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
  if (c < 0x80) {
    bytes += static_cast<char>(c);
  } else if (c < 0x800) {
    bytes += static_cast<char>(0xC0 | (c >> 6));
    tail(0);
  } else if (c < 0x10000) {
    bytes += static_cast<char>(0xE0 | (c >> 12));
    tail(6);
    tail(0);
  } else {
    bytes += static_cast<char>(0xF0 | (c >> 18));
    tail(12);
    tail(6);
    tail(0);
  }
  return bytes;
}

}  // namespace

void CostlyTally::Extra::add(ProfileId person, qint64 more, const Money* perPart) {
  if (more <= 0) return;
  texts.add(person);
  parts += more;
  if (!perPart) return;
  const auto known = std::find_if(partsAtPrice.begin(), partsAtPrice.end(),
                                  [perPart](const auto& one) { return one.first == perPart; });
  known == partsAtPrice.end() ? void(partsAtPrice.emplace_back(perPart, more)) : void(known->second += more);
}

void CostlyTally::Extra::add(const Extra& others) {
  texts.add(others.texts);
  parts += others.parts;
  for (const auto& [price, more] : others.partsAtPrice) {
    const auto known = std::find_if(partsAtPrice.begin(), partsAtPrice.end(),
                                    [wanted = price](const auto& one) { return one.first == wanted; });
    known == partsAtPrice.end() ? void(partsAtPrice.emplace_back(price, more)) : void(known->second += more);
  }
}

ExtraParts CostlyTally::Extra::report() const {
  ExtraParts report{texts, parts, {}};
  for (const auto& [price, more] : partsAtPrice) report.cost.add(*price, more);
  return report;
}

CostlyTally::Key CostlyTally::keyOf(std::string_view text, const Spans& spans, std::size_t index) {
  Key key;
  const message::CostlySpan& span = spans[index];
  if (const QChar::Script script = foreignScript(span.codepoint)) {
    key.script = script;
    return key;
  }
  key.codepoint = span.codepoint;
  // A flag is two letters.
  const auto next = text.substr(span.end);
  if (isFlagLetter(span.codepoint) && !next.empty()) {
    const char32_t second = message::Utf8Reader(next).next();
    if (isFlagLetter(second)) key.second = second;
  }
  return key;
}

bool CostlyTally::isInValues(const audience::ProfileRow& person, const Key& key) const {
  const std::string sign = utf8Of(key.codepoint);
  return std::any_of(m_reads->fields.begin(), m_reads->fields.end(),
                     [&](const ReadField& field) { return holds(person.slots[field.slot], key.script, sign); });
}

/// Whose each span is: that of the message only where no value of the person has it, too, as then replacing it in the
/// message would change nothing.
CostlyTally::Keys CostlyTally::keysOf(const audience::ProfileRow& person, std::string_view text,
                                      const Spans& spans) const {
  Keys keys;
  keys.reserve(spans.size());
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const bool follows = i > 0 && spans[i].begin == spans[i - 1].end;
    const bool secondOfFlag = follows && keys.back().second != 0 && keys.back().second == spans[i].codepoint &&
                              spans[i - 1].codepoint == keys.back().codepoint;
    if (follows && (secondOfFlag || belongsToSignBefore(spans[i]))) {
      keys.push_back(keys.back());
      continue;
    }
    Key key = keyOf(text, spans, i);
    const auto same = std::find_if(keys.begin(), keys.end(), [&](const Key& known) {
      return known.codepoint == key.codepoint && known.second == key.second && known.script == key.script;
    });
    key.own =
        same != keys.end() ? same->own : m_reads->ownCostly.contains(spans[i].codepoint) && !isInValues(person, key);
    keys.push_back(key);
  }
  return keys;
}

void CostlyTally::addProperties(const audience::ProfileRow& person, const Key& key, Seen& into) const {
  const std::string sign = utf8Of(key.codepoint);
  for (const ReadField& field : m_reads->fields) {
    if (holds(person.slots[field.slot], key.script, sign)) into.properties.add(field.name, person.id);
  }
}

template <class Wanted>
int CostlyTally::partsWithout(const message::Sendable& text, const Spans& spans, const Keys& keys, Wanted wanted) {
  const std::string_view whole = text.text;
  std::size_t done = 0;
  m_scratch.clear();
  for (std::size_t i = 0; i < spans.size(); ++i) {
    if (!wanted(keys[i], spans[i])) continue;
    m_scratch.append(whole.substr(done, spans[i].begin - done));
    if (keys[i].script != 0) {
      m_scratch += 'x';
    } else if (spans[i].replacement) {
      m_scratch.append(*spans[i].replacement);
    }
    done = spans[i].end;
  }
  m_scratch.append(whole.substr(done));
  return std::max(1, message::measureSms(m_scratch).parts);
}

void CostlyTally::add(const audience::ProfileRow& person, const message::Sendable& text, const Money* perPart) {
  if (text.measure.encoding != message::Encoding::Ucs2) return;
  const Spans spans = message::costlySpans(text.text);
  const Keys keys = keysOf(person, text.text, spans);
  // Nothing is shorter than one part.
  const bool canShrink = text.measure.parts > 1;
  Keys known;
  int without = text.measure.parts;  // of the one looked at last
  bool ownReplaceable = false;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const Key& key = keys[i];
    if (std::find(known.begin(), known.end(), key) != known.end()) continue;
    known.push_back(key);
    ownReplaceable = ownReplaceable || (key.own && key.script == 0 && spans[i].replacement);
    Seen& seen = m_seen[key];
    seen.people.add(person.id);
    if (!key.own) addProperties(person, key, seen);
    if (!canShrink) continue;
    without =
        partsWithout(text, spans, keys, [&key](const Key& each, const message::CostlySpan&) { return each == key; });
    seen.extra.add(person.id, text.measure.parts - without, perPart);
  }
  if (!canShrink || !ownReplaceable) return;
  if (known.size() > 1) {
    without = partsWithout(text, spans, keys, [](const Key& each, const message::CostlySpan& span) {
      return each.own && each.script == 0 && span.replacement.has_value();
    });
  }
  m_together.add(person.id, text.measure.parts - without, perPart);
}

void CostlyTally::add(const CostlyTally& others) {
  for (const auto& [key, seen] : others.m_seen) {
    Seen& into = m_seen[key];
    into.people.add(seen.people);
    into.properties.add(seen.properties);
    into.extra.add(seen.extra);
  }
  m_together.add(others.m_together);
}

CharacterCost CostlyTally::reportOf(const Key& key, const Seen& seen) const {
  CharacterCost cost;
  if (key.script != 0) {
    cost.script = static_cast<QChar::Script>(key.script);
  } else {
    cost.character = signOf(key.codepoint) + (key.second != 0 ? signOf(key.second) : QString());
    if (const auto likeness = message::gsmLikeness(key.codepoint)) {
      cost.replacement = QString::fromUtf8(likeness->data(), static_cast<qsizetype>(likeness->size()));
      cost.hasReplacement = true;
    }
  }
  cost.isOwn = key.own;
  cost.properties = seen.properties.counts();
  cost.people = seen.people;
  cost.extra = seen.extra.report();
  return cost;
}

CostlyCharacters CostlyTally::report() const {
  CostlyCharacters report;
  for (const auto& [key, seen] : m_seen) {
    report.each.push_back(reportOf(key, seen));
    const CharacterCost& last = report.each.back();
    if (last.isOwn && last.hasReplacement) report.replaceable << last.character;
  }
  std::stable_sort(report.each.begin(), report.each.end(), [](const CharacterCost& a, const CharacterCost& b) {
    return std::pair(a.extra.parts, a.people.count()) > std::pair(b.extra.parts, b.people.count());
  });
  report.together = m_together.report();
  return report;
}

}  // namespace heliograph::delivery
