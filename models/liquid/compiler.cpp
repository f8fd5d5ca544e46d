// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/compiler.h"

#include <algorithm>

#include "liquid/nearest.h"
#include "liquid/tag_name.h"
#include "liquid/utf8.h"

namespace heliograph::liquid {

namespace {

constexpr std::size_t mostDiagnostics = 100;

}  // namespace

Compiler::Compiler(Program& program, const Environment& environment, const Limits& limits)
    : m_program(program),
      m_environment(environment),
      m_limits(limits),
      m_scanner(program.source),
      m_parser(program, environment, limits) {}

void Compiler::run() {
  while (!m_tooLarge) {
    const Piece piece = m_scanner.next();
    if (piece.kind == PieceKind::Text) {
      m_textBegin = piece.begin;
      m_textEnd = piece.end;
      continue;
    }
    flushText(piece.trimsLeft);
    if (piece.kind == PieceKind::End) {
      break;
    }
    m_trimsNext = piece.trimsRight;
    switch (piece.kind) {
      case PieceKind::Output:
        output(piece);
        break;
      case PieceKind::Tag:
        tagPiece(piece);
        break;
      default:
        unclosed(piece);
    }
    m_tooLarge = m_tooLarge || isTooLarge();
  }
  finish();
}

bool Compiler::isTooLarge() {
  const std::size_t nodes = m_program.code.size() + m_program.filters.size() + m_program.paths.size() +
                            m_program.comparisons.size() + m_program.operands.size();
  if (nodes <= m_limits.nodes) {
    return false;
  }
  diagnose("limit", "The text has too many tags and outputs.", 0, m_program.source.size());
  return true;
}

void Compiler::flushText(bool trimRight) {
  std::string_view text = std::string_view(m_program.source).substr(m_textBegin, m_textEnd - m_textBegin);
  m_textBegin = m_textEnd;
  if (m_trimsNext) {
    text = withoutLeadingBlanks(text);
    m_trimsNext = false;
  }
  if (trimRight) {
    text = withoutTrailingBlanks(text);
  }
  if (!text.empty()) {
    const auto begin = static_cast<std::size_t>(text.data() - m_program.source.data());
    emitText(begin, begin + text.size());
  }
}

void Compiler::emitText(std::size_t begin, std::size_t end) {
  const std::uint32_t at = emit(Op::Text, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin));
  if (!m_blocks.empty()) {
    Block& block = m_blocks.back();
    block.texts.push_back(at);
    const std::string_view text = std::string_view(m_program.source).substr(begin, end - begin);
    block.blank = block.blank && std::all_of(text.begin(), text.end(), isSpace);
  }
}

void Compiler::output(const Piece& piece) {
  m_tagBegin = static_cast<std::uint32_t>(piece.begin);
  m_parser.begin(piece.contentBegin, piece.contentEnd, false);
  const std::uint32_t expression = m_parser.filtered();
  takeFault();
  setVisible();
  emit(Op::Emit, expression);
}

void Compiler::unclosed(const Piece& piece) {
  const bool isTag = m_program.source[piece.begin + 1] == '%';
  const bool endsAsTag = m_program.source[piece.end - 1] == '}' && m_program.source[piece.end - 2] == '%';
  if (isTag) {
    diagnose("unclosed", "The tag that begins here isn't closed with %}.", piece.begin, piece.end);
  } else {
    diagnose("unclosed",
             endsAsTag ? "The output that begins with {{ is closed with %} instead of }}."
                       : "The output that begins here isn't closed with }}.",
             piece.begin, piece.end);
  }
}

bool Compiler::splitTag(std::size_t begin, std::size_t end, Tag& tag) const {
  const TagName name = tagNameIn(m_program.source, begin, end);
  tag.name = name.in(m_program.source);
  tag.markupBegin = name.end;
  tag.markupEnd = end;
  return name.end > name.begin;
}

void Compiler::tagPiece(const Piece& piece) {
  Tag tag;
  tag.begin = piece.begin;
  tag.end = piece.end;
  tag.trimsRight = piece.trimsRight;
  if (!splitTag(piece.contentBegin, piece.contentEnd, tag)) {
    diagnose("unknown_tag", "This tag has no name.", piece.begin, piece.end);
    return;
  }
  dispatch(tag);
}

void Compiler::dispatch(const Tag& tag) {
  m_tagBegin = static_cast<std::uint32_t>(tag.begin);
  for (const TagHandler& handler : handlers()) {
    if (handler.name == tag.name) {
      (this->*handler.run)(tag);
      takeFault();
      return;
    }
  }
  if (tag.name.starts_with("end") && tag.name.size() > 3) {
    closeBlock(tag);
    return;
  }
  if (m_environment.hasExtensions() && (tag.name == "abort" || tag.name == "abort_message")) {
    abort(tag);
    takeFault();
    return;
  }
  unknownTag(tag);
}

void Compiler::unknownTag(const Tag& tag) {
  const std::string_view near = nearest(tag.name, tagNames(m_environment));
  diagnose("unknown_tag",
           "There's no tag called " + shownName(tag.name) +
               (near.empty() ? "." : "; did you mean " + std::string(near) + "?"),
           tag.begin, tag.end);
  if (!near.empty() && !m_tooLarge) {
    m_diagnostics.back().mend = {std::string(near), tag.markupBegin - tag.name.size(), tag.markupBegin};
  }
}

std::vector<std::string_view> Compiler::tagNames(const Environment& environment) {
  std::vector<std::string_view> names;
  for (const TagHandler& handler : handlers()) {
    names.push_back(handler.name);
  }
  if (environment.hasExtensions()) {
    names.insert(names.end(), {"abort", "abort_message"});
  }
  return names;
}

const std::vector<Compiler::TagHandler>& Compiler::handlers() {
  static const std::vector<TagHandler> all = {
      {"if", &Compiler::openIf},
      {"elsif", &Compiler::elseIf},
      {"else", &Compiler::elseBranch},
      {"endif", &Compiler::closeBlock},
      {"unless", &Compiler::openUnless},
      {"assign", &Compiler::assign},
      {"for", &Compiler::openFor},
      {"case", &Compiler::openCase},
      {"when", &Compiler::when},
      {"break", &Compiler::breakLoop},
      {"continue", &Compiler::continueLoop},
      {"capture", &Compiler::openCapture},
      {"comment", &Compiler::comment},
      {"#", &Compiler::inlineComment},
      {"echo", &Compiler::echo},
      {"liquid", &Compiler::liquid},
      {"raw", &Compiler::raw},
      {"cycle", &Compiler::cycle},
      {"tablerow", &Compiler::openTableRow},
      {"increment", &Compiler::increment},
      {"decrement", &Compiler::decrement},
      {"ifchanged", &Compiler::openIfChanged},
      {"render", &Compiler::render},
      {"include", &Compiler::include},
      {"doc", &Compiler::doc},
  };
  return all;
}

std::uint32_t Compiler::emit(Op op, std::uint32_t a, std::uint32_t b) {
  m_program.code.push_back({op, 0, a, b, m_tagBegin});
  return here() - 1;
}

void Compiler::setVisible() {
  if (!m_blocks.empty()) {
    m_blocks.back().blank = false;
  }
}

void Compiler::diagnose(std::string_view code, std::string message, std::size_t begin, std::size_t end) {
  if (m_diagnostics.size() >= mostDiagnostics) {
    m_tooLarge = true;
    return;
  }
  m_diagnostics.push_back({code, std::move(message), begin, end, 1, 1, {}});
}

void Compiler::takeFault() {
  if (auto fault = m_parser.takeFault()) {
    diagnose(fault->code, std::move(fault->message), fault->begin, fault->end);
    if (!m_tooLarge) {
      m_diagnostics.back().mend = std::move(fault->mend);
    }
  }
}

void Compiler::finish() {
  for (const Block& block : m_blocks) {
    if (m_tooLarge) {
      break;
    }
    const std::string name = blockName(block.kind);
    diagnose("unclosed", "The tag " + name + " isn't closed with end" + name + ".", block.begin, block.end);
  }
  emit(Op::End);
  for (Path& path : m_program.paths) {
    path.local = m_sharesNames || path.root.empty() || m_ownNames.contains(path.root);
  }
  collectPathUses();
  std::stable_sort(m_diagnostics.begin(), m_diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.begin < b.begin; });
  for (Diagnostic& diagnostic : m_diagnostics) {
    const Position position = positionAt(m_program.source, diagnostic.begin);
    diagnostic.line = position.line;
    diagnostic.column = position.column;
  }
}

void Compiler::collectPathUses() {
  m_program.uses.reserve(m_program.paths.size());
  for (const Path& path : m_program.paths) {
    PathUse use;
    use.root = path.root;
    use.begin = path.begin;
    use.end = path.end;
    use.guarded = path.guarded;
    use.inTag = path.inTag;
    use.local = m_ownNames.contains(path.root);
    use.computed = path.root.empty();
    for (std::uint32_t i = 0; i < path.segmentCount; ++i) {
      const Segment& segment = m_program.segments[path.firstSegment + i];
      if (segment.computed.kind != Operand::Kind::None) {
        use.computed = true;
        break;
      }
      use.segments.emplace_back(segment.key);
    }
    m_program.uses.push_back(std::move(use));
  }
}

}  // namespace heliograph::liquid
