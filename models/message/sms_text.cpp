// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/sms_text.h"

#include "message/gsm_alphabet.h"
#include "message/gsm_replacing.h"
#include "message/utf8_reader.h"

namespace heliograph::message {
namespace {

int unitsOf(char32_t codepoint, Encoding encoding) {
  if (encoding == Encoding::Gsm7) return gsmSeptets(codepoint);
  return codepoint > 0xFFFF ? 2 : 1;
}

/// Fills parts with characters one after the other and never splits one.
class PartPacker {
 public:
  explicit PartPacker(Encoding encoding) : m_encoding(encoding), m_room(unitsPerPart(encoding, true)) {}

  /// True if the character begins a new part.
  bool add(char32_t codepoint) {
    const int units = unitsOf(codepoint, m_encoding);
    if (m_parts > 0 && m_used + units <= m_room) {
      m_used += units;
      return false;
    }
    ++m_parts;
    m_used = units;
    return true;
  }
  [[nodiscard]] int parts() const { return m_parts; }
  [[nodiscard]] int left() const { return m_room - m_used; }

 private:
  Encoding m_encoding;
  int m_room;
  int m_parts = 0;
  int m_used = 0;
};

struct Units {
  int septets = 0;
  int utf16 = 0;
  bool gsm = true;
};

Units countUnits(std::string_view utf8) {
  Units units;
  for (Utf8Reader reader(utf8); !reader.atEnd();) {
    const char32_t c = reader.next();
    const int septets = gsmSeptets(c);
    units.gsm = units.gsm && septets > 0;
    units.septets += septets;
    units.utf16 += c > 0xFFFF ? 2 : 1;
  }
  return units;
}

}  // namespace

QString encodingName(Encoding encoding) {
  return encoding == Encoding::Gsm7 ? QStringLiteral("GSM-7") : QStringLiteral("UCS-2");
}

int unitsPerPart(Encoding encoding, bool several) {
  if (encoding == Encoding::Gsm7) return several ? 153 : 160;
  return several ? 67 : 70;
}

SmsMeasure measureSms(std::string_view utf8) {
  const Units units = countUnits(utf8);
  SmsMeasure measure;
  measure.encoding = units.gsm ? Encoding::Gsm7 : Encoding::Ucs2;
  measure.units = units.gsm ? units.septets : units.utf16;
  const int alone = unitsPerPart(measure.encoding, false);
  if (measure.units <= alone) {
    measure.parts = utf8.empty() ? 0 : 1;
    measure.leftInPart = alone - measure.units;
    return measure;
  }
  PartPacker packer(measure.encoding);
  for (Utf8Reader reader(utf8); !reader.atEnd();) packer.add(reader.next());
  measure.parts = packer.parts();
  measure.leftInPart = packer.left();
  return measure;
}

QStringList splitIntoParts(QStringView text) {
  if (text.isEmpty()) return {};
  const SmsMeasure measure = measureSms(text.toUtf8().toStdString());
  if (measure.parts <= 1) return {text.toString()};
  QStringList parts;
  PartPacker packer(measure.encoding);
  for (qsizetype i = 0; i < text.size();) {
    const bool pair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
    const char32_t c = pair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : text[i].unicode();
    if (packer.add(c)) parts << QString();
    parts.last() += text.mid(i, pair ? 2 : 1);
    i += pair ? 2 : 1;
  }
  return parts;
}

std::vector<CostlyCharacter> costlyCharacters(QStringView text) {
  std::vector<CostlyCharacter> costly;
  qsizetype at = 0;
  for (const auto c : text.toUcs4()) {
    const auto codepoint = static_cast<char32_t>(c);
    if (gsmSeptets(codepoint) == 0) {
      costly.push_back({QString::fromUcs4(&codepoint, 1), codepoint, at, gsmReplacement(codepoint)});
    }
    ++at;
  }
  return costly;
}

std::optional<QString> gsmReplacement(char32_t codepoint) {
  const auto likeness = gsmLikeness(codepoint);
  if (!likeness) return std::nullopt;
  return QString::fromUtf8(likeness->data(), static_cast<qsizetype>(likeness->size()));
}

}  // namespace heliograph::message
