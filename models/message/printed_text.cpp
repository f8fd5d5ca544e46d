// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/printed_text.h"

#include <string_view>

#include "liquid/highlight.h"

namespace heliograph::message {
namespace {

using liquid::Highlight;
using liquid::HighlightKind;

std::string_view bytesOf(const QByteArray& source, const Highlight& highlight) {
  return std::string_view(source.constData(), static_cast<std::size_t>(source.size()))
      .substr(highlight.begin, highlight.end - highlight.begin);
}

bool printsItsArgument(std::string_view filter) {
  return filter == "default" || filter == "append" || filter == "prepend";
}

/// Goes through what is no plain text and notes what of it is printed.
class PrintedTextFinder final {
 public:
  explicit PrintedTextFinder(const QByteArray& source) : m_source(source) {}

  std::vector<PrintedText> run() {
    for (const Highlight& each : liquid::highlight({m_source.constData(), static_cast<std::size_t>(m_source.size())})) {
      addText(each);
      m_done = static_cast<qsizetype>(each.end);
      const std::string_view bytes = bytesOf(m_source, each);
      // What follows a brace that isn't closed is still being written.
      if (each.kind == HighlightKind::Fault && !m_inside && (bytes == "{{" || bytes == "{%")) return m_found;
      take(each, bytes);
    }
    add(m_done, m_source.size(), 0);
    return m_found;
  }

 private:
  void add(qsizetype begin, qsizetype end, char quote) {
    if (begin < end) m_found.push_back({begin, end, quote});
  }

  void addText(const Highlight& next) {
    if (!m_inside) add(m_done, static_cast<qsizetype>(next.begin), 0);
  }

  void take(const Highlight& each, std::string_view bytes) {
    const auto begin = static_cast<qsizetype>(each.begin);
    const auto end = static_cast<qsizetype>(each.end);
    switch (each.kind) {
      case HighlightKind::Brace:
        m_inside = bytes.starts_with('{');
        m_output = bytes.starts_with("{{");
        m_prints = m_output;
        break;
      case HighlightKind::Raw:
        add(begin, end, 0);
        break;
      case HighlightKind::Text:
        if (m_output && m_prints && end - begin >= 2) add(begin + 1, end - 1, bytes.front());
        m_prints = false;
        break;
      case HighlightKind::Filter:
        m_prints = printsItsArgument(bytes);
        break;
      case HighlightKind::Operator:
        // The colon between a filter and its argument.
        m_prints = m_prints && bytes == ":";
        break;
      default:
        m_prints = false;
        break;
    }
  }

  const QByteArray& m_source;
  std::vector<PrintedText> m_found;
  qsizetype m_done = 0;
  bool m_inside = false;
  bool m_output = false;
  bool m_prints = false;  ///< a text that comes now is printed
};

}  // namespace

std::vector<PrintedText> printedText(const QByteArray& source) {
  return PrintedTextFinder(source).run();
}

}  // namespace heliograph::message
