// DeskViewModels
