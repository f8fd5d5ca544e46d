// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/import_dialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/contacts/choose_page.h"
#include "ui/contacts/count_page.h"
#include "ui/contacts/import_drop.h"
#include "ui/contacts/import_task.h"
#include "ui/contacts/import_words.h"
#include "ui/contacts/mapping_page.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

using audience::ImportReport;

namespace {

constexpr int kImportWidth = 860;
constexpr int kImportHeight = 620;

}  // namespace

ImportDialog::ImportDialog(Services& services, QWidget* parent)
    : QDialog(parent),
      m_services(services),
      m_task(new ImportTask(services, this)),
      m_stack(new QStackedWidget),
      m_choose(new ChoosePage),
      m_mapping(new MappingPage),
      m_count(new CountPage) {
  setObjectName(QStringLiteral("import.dialog"));
  setWindowTitle(tr("Import contacts"));
  resize(kImportWidth, kImportHeight);
  for (QWidget* page : std::initializer_list<QWidget*>{m_choose, m_mapping, m_count, makeDone()})
    m_stack->addWidget(page);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(size::Wide, size::Wide, size::Wide, size::Large);
  column->setSpacing(size::Medium);
  column->addWidget(m_stack, 1);
  column->addWidget(makeButtons());
  connectPages();
  connectTask();
  showPage(ChoosePageIndex);
}

QWidget* ImportDialog::makeDone() {
  m_result = new Label({});
  m_result->setTextFormat(Qt::PlainText);
  m_result->setWordWrap(true);
  m_result->setObjectName(QStringLiteral("import.result"));
  m_result->setTextInteractionFlags(Qt::TextSelectableByMouse);
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins({});
  column->setSpacing(size::Medium);
  column->addWidget(new Label(tr("Imported"), TypeRole::Title));
  column->addWidget(m_result);
  column->addStretch();
  return page;
}

QWidget* ImportDialog::makeButtons() {
  m_back = new Button(tr("Back"), ButtonRole::Quiet, Icon::ArrowLeft);
  m_back->setObjectName(QStringLiteral("import.back"));
  m_back->setAutoDefault(false);
  m_close = new Button(tr("Cancel"));
  m_close->setObjectName(QStringLiteral("import.close"));
  m_close->setAutoDefault(false);
  m_next = new Button({}, ButtonRole::Primary);
  m_next->setObjectName(QStringLiteral("import.next"));
  m_next->setDefault(true);
  connect(m_back, &Button::clicked, this, &ImportDialog::goBack);
  connect(m_next, &Button::clicked, this, &ImportDialog::goOn);
  connect(m_close, &Button::clicked, this, [this] {
    if (m_task->isRunning()) {
      m_task->cancel();
    } else {
      close();
    }
  });
  auto* foot = new QWidget;
  auto* row = new QHBoxLayout(foot);
  row->setContentsMargins({});
  row->addWidget(m_back);
  row->addStretch();
  row->addWidget(m_close);
  row->addWidget(m_next);
  return foot;
}

void ImportDialog::connectPages() {
  connect(m_choose, &ChoosePage::pathChanged, this, [this] {
    m_choose->setProblem({});
    showPage(ChoosePageIndex);
  });
  connect(m_choose, &ChoosePage::chosen, this, &ImportDialog::openFile);
  connect(m_choose, &ChoosePage::pasteRequested, this, &ImportDialog::paste);
  connect(new ImportDrop(this), &ImportDrop::fileDropped, this, [this](const QString& file) {
    if (!m_task->isRunning()) openFile(file);
  });
  connect(m_mapping, &MappingPage::edited, this, &ImportDialog::followMapping);
  connect(m_mapping, &MappingPage::tableChanged, this, &ImportDialog::look);
  connect(m_count, &CountPage::repairsChanged, this, [this](audience::Repairs wanted) {
    if (!m_dry) return;
    m_repairs = wanted;
    m_again = m_task->isRunning();
    if (!m_again) run(true);
    if (m_again) m_task->cancel();
  });
}

void ImportDialog::connectTask() {
  connect(m_task, &ImportTask::failed, this, &ImportDialog::showError);
  connect(m_task, &ImportTask::progressed, this, [this](double share, qint64 rows) {
    const QString words = m_dry ? tr("Counting: %1 so far.") : tr("Importing: %1 so far.");
    m_count->setProgress(share, words.arg(rowsWords(rows)));
  });
  connect(m_task, &ImportTask::finished, this, [this](const ImportReport& report) {
    if (m_again) {
      m_again = false;
      run(true);
    } else if (m_dry) {
      showCounts(report);
    } else {
      showResult(report);
    }
  });
}

void ImportDialog::reject() {
  if (m_task->isRunning() && !m_dry) return m_task->cancel();
  QDialog::reject();
}

void ImportDialog::keyPressEvent(QKeyEvent* event) {
  const bool choosing = m_stack->currentIndex() == ChoosePageIndex;
  if (choosing && event->matches(QKeySequence::Paste)) return paste();
  QDialog::keyPressEvent(event);
}

void ImportDialog::openFile(const QString& file) {
  m_pasted.reset();
  m_choose->setPath(file);
  m_file = file;
  m_repairs = audience::usualRepairs();
  look({});
}

void ImportDialog::paste() {
  const int turn = ++m_look;
  m_pasted = std::make_shared<PastedTable>();
  m_choose->setPath({});
  m_repairs = audience::usualRepairs();
  const QString text = QGuiApplication::clipboard()->text();
  audience::TableOptions options;
  if (text.contains(QLatin1Char('\t'))) options.delimiter = QLatin1Char('\t');
  m_services.background.run([pasted = m_pasted, text] { return pasted->write(text); })
      .then(this, [this, options, turn](const Result<QString>& file) {
        if (turn != m_look) return;
        m_file = file.value_or(QString());
        if (file) return look(options);
        m_choose->setProblem(file.error().message);
      });
}

/// Reads the beginning of the file; `options` say what isn't to be guessed.
void ImportDialog::look(const audience::TableOptions& options) {
  const int look = ++m_look;
  m_next->setBlockedBecause(tr("The file is being read"));
  m_services.background
      .run([&database = m_services.database, file = m_file, options] {
        return audience::previewImport(file, database, options);
      })
      .then(this, [this, look](const Result<audience::ImportPreview>& preview) {
        // What was asked for since comes later.
        if (look == m_look) showPreview(preview);
      });
}

void ImportDialog::showPreview(const Result<audience::ImportPreview>& preview) {
  m_choose->setProblem(preview ? QString() : preview.error().message);
  if (!preview) return showPage(ChoosePageIndex);
  m_mapping->show(*preview);
  showPage(MapPageIndex);
}

void ImportDialog::showPage(Page page) {
  m_stack->setCurrentIndex(page);
  m_back->setVisible(page == MapPageIndex || page == CountPageIndex);
  m_next->setVisible(page != DonePageIndex);
  m_close->setText(page == DonePageIndex ? tr("Close") : tr("Cancel"));
  m_next->setText(page == CountPageIndex ? tr("Import") : tr("Next"));
  (page == DonePageIndex ? m_close : m_next)->setDefault(true);
  const bool noFile = page == ChoosePageIndex && m_choose->path().isEmpty();
  m_next->setBlockedBecause(noFile ? tr("Choose a file first, or paste a table") : QString());
  m_back->setEnabled(true);
  if (page == MapPageIndex) followMapping();
}

void ImportDialog::followMapping() {
  m_next->setBlockedBecause(m_mapping->problem());
}

void ImportDialog::goBack() {
  m_again = false;
  m_task->cancel();
  showPage(m_stack->currentIndex() == CountPageIndex ? MapPageIndex : ChoosePageIndex);
}

void ImportDialog::goOn() {
  switch (m_stack->currentIndex()) {
    case ChoosePageIndex:
      return openFile(m_choose->path());
    case MapPageIndex:
      return run(true);
    default:
      return run(false);
  }
}

audience::ImportOptions ImportDialog::options(bool dryRun) const {
  audience::ImportOptions options;
  options.mapping = m_mapping->mapping();
  options.table = m_mapping->table();
  options.region = m_mapping->region();
  options.repairs = m_repairs;
  options.dryRun = dryRun;
  if (m_pasted) options.rejectsFile = PastedTable::rejectsFile();
  return options;
}

/// Counts what would happen, or makes it happen.
void ImportDialog::run(bool dry) {
  if (m_task->isRunning()) return;
  m_dry = dry;
  m_count->begin(dry);
  showPage(CountPageIndex);
  m_back->setEnabled(dry);
  m_next->setBlockedBecause(dry ? tr("The rows are being counted") : tr("The contacts are being imported"));
  m_task->start(m_file, options(dry));
}

void ImportDialog::showCounts(const ImportReport& report) {
  if (m_stack->currentIndex() != CountPageIndex) return;
  const QString region = m_mapping->region();
  const QString country = region.isEmpty() ? region : QLocale::territoryToString(QLocale::codeToTerritory(region));
  m_count->show(report, m_repairs, country);
  const qint64 people = report.created + report.changed();
  m_next->setText(people == 1 ? tr("Import 1 contact") : tr("Import %1 contacts").arg(QLocale().toString(people)));
  m_next->setBlockedBecause(people == 0 ? tr("There is nothing to import") : QString());
  if (people > 0) m_next->setFocus();
}

void ImportDialog::showResult(const ImportReport& report) {
  m_result->setText(resultWords(report));
  showPage(DonePageIndex);
  m_close->setFocus();
  Q_EMIT imported();
}

void ImportDialog::showError(const Error& error) {
  if (m_again) {
    m_again = false;
    return run(true);
  }
  if (m_stack->currentIndex() != CountPageIndex) return;
  if (!m_dry) Q_EMIT imported();
  m_count->showError(error.message);
  m_back->setEnabled(true);
  m_next->setBlockedBecause(tr("Go back and change what is wrong"));
}

}  // namespace heliograph::ui
