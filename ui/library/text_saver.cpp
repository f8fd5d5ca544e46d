// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/text_saver.h"

#include <utility>

#include "core/logging.h"

namespace heliograph::ui {

namespace {
constexpr std::chrono::milliseconds kTextSavedAfter{500};
}

TextSaver::TextSaver(const library::TextRepository& repository, Background& background, QObject* parent)
    : QObject(parent), m_repository(repository), m_background(background) {
  m_timer.setSingleShot(true);
  connect(&m_timer, &QTimer::timeout, this, &TextSaver::saveNow);
}

TextSaver::~TextSaver() {
  flush();
}

void TextSaver::keep(LibraryTextId id, const QByteArray& text) {
  m_waiting[id] = text;
  m_timer.start(kTextSavedAfter);
}

QFuture<Result<>> TextSaver::startWriting() {
  m_timer.stop();
  return m_background
      .run([&repository = m_repository, texts = std::exchange(m_waiting, {})] {
        Result<> written;
        for (const auto& [id, text] : texts) {
          if (auto one = repository.write(id, text); !one && written) written = std::move(one);
        }
        return written;
      })
      .future();
}

void TextSaver::saveNow() {
  // While a write is under way, finish() sees that more waits.
  if (m_writing || m_waiting.empty()) return;
  m_writing = startWriting();
  Pending(*m_writing).then(this, [this](const Result<>& written) { finish(written); });
}

void TextSaver::finish(const Result<>& written) {
  m_writing.reset();
  saveNow();
  written ? Q_EMIT saved() : Q_EMIT failed(written.error().message);
  if (m_writing) return;
  for (const auto& act : std::exchange(m_next, {})) act();
}

void TextSaver::forget(LibraryTextId id) {
  m_waiting.erase(id);
}

void TextSaver::whenSaved(std::function<void()> act) {
  saveNow();
  if (!m_writing) return act();
  m_next.push_back(std::move(act));
}

bool TextSaver::flush() {
  const bool busy = m_writing || !m_waiting.empty();
  if (m_writing) m_writing->waitForFinished();
  if (m_waiting.empty()) return busy;
  const Result<> written = startWriting().result();
  if (!written) qCWarning(logUi) << "text of the library not saved:" << written.error().detail;
  return true;
}

}  // namespace heliograph::ui
